// A value that is made when it is first asked for.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

namespace mechgraph {

// Made once, whichever thread asks first; then asking costs one load.
template <class T>
class Lazy {
 public:
  Lazy() = default;
  Lazy(Lazy const&) = delete;
  Lazy& operator=(Lazy const&) = delete;
  ~Lazy() = default;

  // `make` gives a std::unique_ptr<T const>; where it throws, the next who asks tries again.
  template <class Make>
  T const& get(Make const& make) const {
    if (T const* const there = made_.load(std::memory_order_acquire)) return *there;
    std::scoped_lock const lock{mutex_};
    if (!value_) {
      value_ = make();
      made_.store(value_.get(), std::memory_order_release);
    }
    return *value_;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::unique_ptr<T const> value_;
  mutable std::atomic<T const*> made_ = nullptr;
};

}  // namespace mechgraph
