// Work on threads: the same order at any number of them, and what goes wrong is thrown.
#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/ordered_work.hpp"

using namespace mechgraph;

namespace {

using Work = OrderedWork<unsigned, std::string>;

std::string slow_text(unsigned number) {
  unsigned volatile spent = 0;
  for (unsigned i = 0; i < number * 7919 % 5000; ++i) spent = spent + 1;
  return std::to_string(number);
}

}  // namespace

BOOST_AUTO_TEST_CASE(results_come_in_the_order_of_the_jobs_at_any_number_of_threads) {
  for (unsigned threads = 0; threads < 6; ++threads) {
    std::string taken, expected;
    std::atomic<int> taking{0}, most{0};
    Work work{threads, slow_text, [&](std::string&& text) {
                most = std::max(most.load(), ++taking);
                taken += text + ' ';
                --taking;
              }};
    for (unsigned i = 0; i < 500; ++i) {
      expected += std::to_string(i) + ' ';
      work.add(unsigned{i});
    }
    work.finish();
    BOOST_TEST(taken == expected);
    BOOST_TEST(most == 1);
  }
}

BOOST_AUTO_TEST_CASE(what_a_job_throws_first_is_thrown_and_nothing_behind_it_is_taken) {
  for (unsigned threads : {1U, 2U, 4U}) {
    std::string taken;
    Work work{threads,
              [](unsigned&& number) {
                if (number == 40 || number == 41) throw std::runtime_error(std::to_string(number));
                return slow_text(number);
              },
              [&](std::string&& text) { taken = text; }};
    std::string thrown;
    try {
      for (unsigned i = 0; i < 100; ++i) work.add(unsigned{i});
      work.finish();
    } catch (std::runtime_error const& error) {
      thrown = error.what();
    }
    BOOST_TEST(thrown == "40");
    BOOST_TEST(taken == "39");
  }
}

BOOST_AUTO_TEST_CASE(work_that_is_left_unfinished_ends) {
  Work work{3, slow_text, [](std::string&&) {}};
  for (unsigned i = 0; i < 10; ++i) work.add(unsigned{i});
}
