// Every id of the guide, by kind, and where it stands. References and words are checked against it.

#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "packc/table.h"

namespace amends::packc {

class Ids {
 public:
  /// Enters an id; one that is there already is a problem, and so is one that is no id.
  void enter(std::string_view kind, const Located& id, const Table& where);
  bool has(std::string_view kind, std::string_view id) const;
  /// A reference to an id of that kind; an unknown one is a problem that names the nearest.
  void refer(std::string_view kind, const Located& id, const Table& where) const;

  const std::set<std::string>& all(std::string_view kind) const;

 private:
  std::map<std::string, std::set<std::string>, std::less<>> by_kind_;
};

}  // namespace amends::packc
