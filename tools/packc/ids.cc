#include "packc/ids.h"

#include <algorithm>
#include <vector>

namespace amends::packc {
namespace {

bool is_id(std::string_view id) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '=';
  };
  return !id.empty() && std::ranges::all_of(id, fits);
}

// Levenshtein, for "did you mean"; ids are short.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

void Ids::enter(std::string_view kind, const Located& id, const Table& where) {
  if (!is_id(id.text)) {
    where.problem_at(id.where, "\"" + id.text + "\" is no id: small letters, digits and hyphens");
    return;
  }
  if (!by_kind_[std::string(kind)].insert(id.text).second) {
    where.problem_at(id.where, "\"" + id.text + "\" is here twice; an id is given once, for ever");
  }
}

bool Ids::has(std::string_view kind, std::string_view id) const {
  const auto found = by_kind_.find(kind);
  return found != by_kind_.end() && found->second.contains(std::string(id));
}

void Ids::refer(std::string_view kind, const Located& id, const Table& where) const {
  if (has(kind, id.text)) return;
  std::string nearest;
  for (const std::string& known : all(kind)) {
    if (nearest.empty() || distance(known, id.text) < distance(nearest, id.text)) nearest = known;
  }
  where.problem_at(id.where, "there is no " + std::string(kind) + " \"" + id.text + "\"" +
                                 (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?"));
}

const std::set<std::string>& Ids::all(std::string_view kind) const {
  static const std::set<std::string> kNone;
  const auto found = by_kind_.find(kind);
  return found == by_kind_.end() ? kNone : found->second;
}

}  // namespace amends::packc
