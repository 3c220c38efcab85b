vocab imprt
