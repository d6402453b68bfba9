// Names in the order in which they first came, none twice, each found in constant time however many there are.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace attune {

class NameList {
 public:
  /// The place of a name, where it is added if new.
  std::size_t place_of(const std::string& name) {
    const auto [found, is_new] = places_.try_emplace(name, names_.size());
    if (is_new) names_.push_back(name);
    return found->second;
  }

  /// The place of a name; none if it is not there.
  std::optional<std::size_t> find(const std::string& name) const {
    const auto found = places_.find(name);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
  }

  const std::vector<std::string>& names() const { return names_; }

  /// The names, given away.
  std::vector<std::string> take() {
    places_ = {};
    return std::move(names_);
  }
  std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace attune
