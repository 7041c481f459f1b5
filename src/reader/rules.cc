#include "reader/rules.h"

#include <algorithm>
#include <array>

namespace amends::reader {

using base::ByteReader;
using base::ErrorCode;
using base::fail;
using base::Result;

std::string_view name_of(Tier tier) {
  static constexpr std::array<std::string_view, 3> kNames = {"certain", "likely", "ask"};
  return kNames[static_cast<std::size_t>(tier)];
}

namespace {

void read_words(Rule& rule, ByteReader& blob) {
  rule.why = blob.text();
  rule.better.resize(blob.count(1));
  for (std::string& text : rule.better) text = blob.text();
}

}  // namespace

Result<Rules> Rules::open(std::string_view bytes) {
  ByteReader blob(bytes);
  if (blob.text() != kBlobFormat) return fail(ErrorCode::malformed);
  auto lexicon = text::Lexicon::read(blob);
  if (!lexicon) return fail(ErrorCode::malformed);
  auto matcher = text::Matcher::read(blob, lexicon->size());
  if (!matcher) return fail(ErrorCode::malformed);
  auto model = Model::read(blob);
  if (!model) return fail(ErrorCode::malformed);
  Rules out(std::move(*lexicon), std::move(*matcher), std::move(*model));
  if (!out.read_flags(blob) || !out.read_rules(blob) || !out.read_notes(blob)) {
    return fail(ErrorCode::malformed);
  }
  if (!blob.ok() || !blob.at_end()) return fail(ErrorCode::malformed);
  return out;
}

bool Rules::read_flags(ByteReader& blob) {
  flags_.resize(blob.count(5));
  flag_uses_.resize(matcher_.size());
  if (flags_.size() > kMostFlags) return false;
  for (std::size_t i = 0; i < flags_.size(); ++i) {
    Flag& flag = flags_[i];
    flag.id = blob.text();
    const auto scope = blob.number<std::uint8_t>();
    if (scope > static_cast<int>(FlagScope::breaks)) return false;
    flag.scope = static_cast<FlagScope>(scope);
    flag.sets = blob.small<FlagSet>();
    flag.clears = blob.small<FlagSet>();
    flag.match = blob.list<std::uint16_t>();
    for (const std::uint16_t pattern : flag.match) {
      if (pattern >= matcher_.size()) return false;
      flag_uses_[pattern].push_back({static_cast<std::uint16_t>(i), 0});
    }
  }
  return true;
}

bool Rules::read_rules(ByteReader& blob) {
  rules_.resize(blob.count(13));
  rule_uses_.resize(matcher_.size());
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    Rule& rule = rules_[i];
    rule.id = blob.text();
    rule.label = static_cast<Label>(blob.number<std::uint8_t>());
    rule.item = blob.text();
    rule.tier = static_cast<Tier>(blob.number<std::uint8_t>());
    rule.match.resize(blob.count(3));
    for (Trigger& trigger : rule.match) {
      trigger.pattern = blob.small<std::uint16_t>();
      trigger.guards_at_begin = blob.small<FlagSet>();
      trigger.guards_anywhere = blob.small<FlagSet>();
    }
    rule.unless = blob.list<std::uint16_t>();
    rule.within = blob.number<std::uint8_t>();
    rule.needs = blob.small<FlagSet>();
    rule.cancels = blob.varint();
    rule.only_if = blob.varint();
    rule.only_if_no = blob.varint();
    rule.reach = static_cast<Reach>(blob.number<std::uint8_t>());
    const auto waits = blob.number<std::uint8_t>();
    rule.confirmed = waits != 0;
    rule.wide = waits == 2;
    read_words(rule, blob);
    if (!blob.ok() || !is_sound(rule)) return false;
    for (std::size_t j = 0; j < rule.match.size(); ++j) {
      rule_uses_[rule.match[j].pattern].push_back(
          {static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(j)});
    }
  }
  return true;
}

bool Rules::read_notes(ByteReader& blob) {
  notes_.resize(kFaults + kStrengths);
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    Rule& note = notes_[i];
    note.id = blob.text();
    note.label = static_cast<Label>(i);
    note.item = blob.text();
    note.tier = Tier::ask;
    read_words(note, blob);
  }
  return blob.ok();
}

bool Rules::is_sound(const Rule& rule) const {
  const auto is_pattern = [&](std::uint16_t pattern) { return pattern < matcher_.size(); };
  return static_cast<std::size_t>(rule.label) < kLabels && rule.tier <= Tier::ask &&
         rule.reach <= Reach::message &&
         std::ranges::all_of(rule.match, is_pattern, &Trigger::pattern) &&
         std::ranges::all_of(rule.unless, is_pattern);
}

FlagSet Rules::flag_named(std::string_view id) const {
  FlagSet set = 0;
  for (const Flag& flag : flags_) {
    if (flag.id == id) set |= flag.sets;
  }
  return set;
}

}  // namespace amends::reader
