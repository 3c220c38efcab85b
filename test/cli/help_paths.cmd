help paths
