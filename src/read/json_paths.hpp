// Nested JSON → paths and texts.
#pragma once

#include <simdjson.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mechgraph {

// The leaves of an object by path: "effects.text" for {"effects":[{"text":"x"}]}. All items of a list have one path; one of them alone has
// a path of its own, "effects[0].text" or "effects.0.text", where somebody wants it. Recurses as deep as the parser allows (1,024).
class JsonPaths {
 public:
  using Take = std::function<void(std::string_view path, std::string_view value)>;

  // A path that somebody names: where it has a number of an item, that item's leaf goes to it and not to that of the list.
  void want(std::string_view path);

  // Every leaf, in the order of the text: texts and keys by the text policy (base/text.hpp, clean_text), numbers and truth values as
  // printed, null as "".
  void flatten(simdjson::dom::object const& object, Take const& take);

  // Code points so far that the policy replaced.
  [[nodiscard]] std::uint64_t replaced() const noexcept { return replaced_; }

 private:
  void step(std::string_view key, std::string_view number, simdjson::dom::element value, Take const& take);
  void leaf_or_walk(simdjson::dom::element value, Take const& take);
  void give(std::string_view value, Take const& take);

  std::vector<std::string> wanted_;  // "effects.0.text"
  std::vector<std::string> names_;   // as they were named
  std::uint64_t replaced_ = 0;
  std::string path_;
  std::string numbered_;  // path_ with the numbers of the items, where any is wanted
};

}  // namespace mechgraph
