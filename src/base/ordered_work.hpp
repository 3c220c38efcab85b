// Work on several threads whose results are taken in the order of the jobs.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace mechgraph {

// `work` makes a result of a job, on any thread and several at a time; `take` gets the results one at a time, in the order in which their
// jobs came, on any thread. So what comes out does not depend on the number of threads. With one thread everything happens inside add().
// What either throws ends it, and is thrown by the next add() or by finish(): of several the one whose job came first. No more than a few
// jobs for each thread wait: add() blocks until there is room.
template <class Job, class Result>
class OrderedWork {
 public:
  OrderedWork(unsigned threads, std::function<Result(Job&&)> work, std::function<void(Result&&)> take)
      : most_(4 * std::size_t{threads}), work_(std::move(work)), take_(std::move(take)) {
    if (threads < 2) return;
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
  }
  OrderedWork(OrderedWork const&) = delete;
  OrderedWork& operator=(OrderedWork const&) = delete;
  // Without finish() the jobs that wait are dropped.
  ~OrderedWork() {
    {
      std::lock_guard const lock{mutex_};
      if (!failure_) failure_ = std::make_exception_ptr(0);
    }
    stop();
  }

  void add(Job&& job) {
    if (threads_.empty()) return take_(work_(std::move(job)));
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return places_.size() < most_ || failure_; });
    if (failure_) std::rethrow_exception(failure_);
    places_.push_back(std::make_unique<Place>(std::move(job)));
    changed_.notify_all();
  }

  // Returns when all results were taken.
  void finish() {
    stop();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Place {
    explicit Place(Job&& given) : job(std::move(given)) {}
    Job job;
    std::optional<Result> result;
    std::exception_ptr failure;
    bool begun = false, done = false;
  };

  void stop() {
    {
      std::lock_guard const lock{mutex_};
      no_more_ = true;
      changed_.notify_all();
    }
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }

  void run() {
    std::unique_lock lock{mutex_};
    while (true) {
      changed_.wait(lock, [this] { return failure_ || can_take() || next_job() != nullptr || (no_more_ && places_.empty()); });
      if (failure_) return changed_.notify_all();
      if (can_take()) {
        take_first(lock);
      } else if (Place* const place = next_job()) {
        do_job(*place, lock);
      } else {
        return;
      }
      changed_.notify_all();
    }
  }

  [[nodiscard]] bool can_take() const { return !taking_ && !places_.empty() && places_.front()->done; }
  [[nodiscard]] Place* next_job() const {
    for (auto const& place : places_) {
      if (!place->begun) return place.get();
    }
    return nullptr;
  }

  void take_first(std::unique_lock<std::mutex>& lock) {
    std::unique_ptr<Place> const place = std::move(places_.front());
    places_.pop_front();
    taking_ = true;
    lock.unlock();
    std::exception_ptr failure = place->failure;
    try {
      if (!failure) take_(std::move(*place->result));
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    taking_ = false;
    if (failure && !failure_) failure_ = failure;
  }

  void do_job(Place& place, std::unique_lock<std::mutex>& lock) {
    place.begun = true;
    lock.unlock();
    try {
      place.result.emplace(work_(std::move(place.job)));
    } catch (...) {
      place.failure = std::current_exception();
    }
    lock.lock();
    place.done = true;
  }

  std::size_t most_;
  std::function<Result(Job&&)> work_;
  std::function<void(Result&&)> take_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Place>> places_;  // in order; the first is taken next
  std::exception_ptr failure_;
  bool taking_ = false;
  bool no_more_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace mechgraph
