#include "packc/reader_compiler.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "packc/reader_model.h"
#include "text/lexicon.h"

namespace amends::packc {

using reader::Flag;
using reader::FlagScope;
using reader::FlagSet;
using reader::Label;
using reader::LabelKind;
using reader::LabelSet;
using reader::Rule;
using reader::Tier;

namespace {

constexpr std::size_t kLeastExamples = 3;
constexpr std::int64_t kMostWithin = 30;
constexpr std::array<std::string_view, 6> kScopes = {"match",    "clause",  "rest",
                                                     "sentence", "message", "breaks"};
constexpr std::array<std::string_view, 3> kTiers = {"certain", "likely", "ask"};

std::string stem_of(const Source& source) {
  return std::filesystem::path(source.path).stem().string();
}

// Files are named with hyphens, labels with underscores.
std::string label_name(std::string stem) {
  std::ranges::replace(stem, '-', '_');
  return stem;
}

bool holds_rules(const Source& source) {
  const std::string stem = stem_of(source);
  return stem != "normal" && stem != "classes" && stem != "flags" && stem != "notes";
}

}  // namespace

ReaderCompiler::ReaderCompiler(const std::filesystem::path& root, Problems& problems)
    : problems_(problems),
      root_(root),
      sources_(load_folder(root, root / "lang/en/reader", problems)),
      words_(whole(source_named("normal"), problems), whole(source_named("classes"), problems)),
      pool_(words_) {
  enter_guide_ids(root);
}

const Source& ReaderCompiler::source_named(std::string_view stem) const {
  const auto found = std::ranges::find(sources_, stem, stem_of);
  if (found != sources_.end()) return *found;
  problems_.add_unreadable("lang/en/reader/" + std::string(stem) + ".toml", "this file is missing");
  return nothing_;
}

void ReaderCompiler::enter_guide_ids(const std::filesystem::path& root) {
  for (const Source& source : load_folder(root, root / "guide", problems_)) {
    for (const char* kind : {"entry", "item"}) {
      const toml::array* tables = source.table[kind].as_array();
      if (tables == nullptr) continue;
      for (const toml::node& node : *tables) {
        const toml::table* table = node.as_table();
        const auto* id = table == nullptr ? nullptr : table->get_as<std::string>("id");
        // Entries and the items that ask about them share ids.
        if (id == nullptr || ids_.has("guide item", id->get())) continue;
        ids_.enter("guide item", {id->get(), id->source()}, Table(source, *table, problems_));
      }
    }
  }
}

std::string ReaderCompiler::blob() {
  read_flags();
  read_notes();
  model_ = packed_model(root_, problems_);
  for (const Source& source : sources_) {
    if (holds_rules(source)) read_file(source);
  }
  if (!problems_.none()) return {};
  const std::string first = written({});
  const auto opened = reader::Rules::open(first);
  if (!opened) {
    problems_.add_unreadable("lang/en/reader", "the rules are too many for one blob");
    return {};
  }
  std::string blob = written(known_near(*opened));
  const auto rules = reader::Rules::open(blob);
  if (rules) try_examples(*rules);
  return blob;
}

void ReaderCompiler::read_flags() {
  flag_bits_ = {{"quoted", reader::kQuotedFlag}, {"loud", reader::kLoudFlag}};
  const Table file = whole(source_named("flags"), problems_);
  file.only({"flag"});
  const std::vector<Table> tables = file.tables("flag");
  // Ids first: a flag may end one that is written below it.
  for (const Table& table : tables) {
    const Located id = table.need_text("id");
    ids_.enter("flag", id, table);
    if (flag_bits_.size() < reader::kMostFlags) {
      flag_bits_.emplace(id.text, FlagSet{1} << flag_bits_.size());
    } else {
      table.problem_at(id.where, "there are 32 flags at most");
    }
  }
  for (const Table& table : tables) read_flag(table);
}

void ReaderCompiler::read_flag(const Table& table) {
  table.only({"id", "match", "scope", "ends"});
  Flag flag;
  flag.id = table.need_text("id").text;
  flag.sets = flag_bits_[flag.id];
  const Located scope = table.need_text("scope");
  const auto* const found = std::ranges::find(kScopes, scope.text);
  if (found == kScopes.end()) {
    table.problem_at(scope.where, "scope is match, clause, rest, sentence, message or breaks");
  } else {
    flag.scope = static_cast<FlagScope>(found - kScopes.begin());
  }
  flag.clears = flag_bits(table, "ends");
  flag.match = patterns(table, "match");
  for (const std::uint16_t pattern : flag.match) {
    pool_.look_for(pattern);
    flag_words_[flag.id].merge(pool_.cues(pattern));
  }
  flags_.push_back(std::move(flag));
}

void ReaderCompiler::read_file(const Source& source) {
  const Table file = whole(source, problems_);
  file.only({"rule"});
  for (const Table& table : file.tables("rule")) read_rule(table, source);
}

void ReaderCompiler::read_rule(const Table& table, const Source& source) {
  table.only({"id", "part", "item", "tier", "match", "unless", "within", "guards", "needs",
              "cancels", "only_if", "only_if_no", "scope", "wide", "why", "try", "marks",
              "passes"});
  Rule rule;
  const Located id = table.need_text("id");
  rule.id = id.text;
  rule.label = label_of(table, source);
  Located plain = id;
  std::ranges::replace(plain.text, '.', '-');
  ids_.enter("rule", plain, table);
  rule.tier = tier_of(table);
  if (const auto item = table.text("item")) {
    ids_.refer("guide item", *item, table);
    rule.item = item->text;
  }
  const std::int64_t within = table.integer("within").value_or(0);
  if (within < 0 || within > kMostWithin) table.problem("\"within\" is 0 to 30 tokens");
  rule.within = static_cast<std::uint8_t>(within);
  for (const std::uint16_t pattern : patterns(table, "match")) {
    pool_.look_for(pattern);
    rule.match.push_back({pattern, 0, 0});
  }
  rule.unless = patterns(table, "unless");
  add_guards(rule, table);
  rule.needs = flag_bits(table, "needs");
  rule.cancels = labels(table, "cancels");
  rule.only_if = labels(table, "only_if");
  rule.only_if_no = labels(table, "only_if_no");
  const auto scope = table.text("scope");
  if (scope && scope->text != "message" && scope->text != "near") {
    table.problem_at(scope->where, "scope is near (this sentence or one beside it) or message");
  }
  rule.reach = scope && scope->text == "message" ? reader::Reach::message : reader::Reach::near;
  // Rules wait for the model, but for the certain ones about danger: there a word is enough.
  const bool is_certain_danger = reader::is_danger(rule.label) && rule.tier == Tier::certain;
  rule.wide = table.truth("wide");
  rule.confirmed = !is_certain_danger && kind_of(rule.label) != LabelKind::part;
  read_words(table, rule);
  check_fields(table, rule);
  rules_.push_back({table, std::move(rule)});
}

void ReaderCompiler::read_words(const Table& table, Rule& rule) {
  if (const auto why = table.text("why")) rule.why = why->text;
  for (const Located& better : table.texts("try")) rule.better.push_back(better.text);
}

// Every fault needs its note but those that the model is never the only ground for; a strength is
// only named, so it has no words of its own.
void ReaderCompiler::read_notes() {
  const Table file = whole(source_named("notes"), problems_);
  file.only({"note"});
  for (std::size_t i = 0; i < reader::kFaults + reader::kStrengths; ++i) {
    notes_.emplace_back().label = static_cast<Label>(i);
    notes_.back().id = std::string(name_of(notes_.back().label)) + ".model";
  }
  for (const Table& table : file.tables("note")) {
    table.only({"label", "item", "why", "try"});
    const Located label = table.need_text("label");
    const auto named = reader::label_named(label.text);
    if (!named || kind_of(*named) != LabelKind::fault) {
      table.problem_at(label.where, "label is a fault of docs/labels.md");
      continue;
    }
    Rule& note = notes_[static_cast<std::size_t>(*named)];
    const Located item = table.need_text("item");
    ids_.refer("guide item", item, table);
    note.item = item.text;
    table.need_text("why");
    read_words(table, note);
  }
  for (const Rule& note : notes_) {
    const bool speaks = kind_of(note.label) == LabelKind::fault && !reader::is_danger(note.label);
    if (!speaks || !note.why.empty()) continue;
    file.problem("there is no note for \"" + std::string(name_of(note.label)) + "\"");
  }
}

void ReaderCompiler::check_fields(const Table& table, const Rule& rule) const {
  const Located id = table.need_text("id");
  const std::string file = stem_of(table.source());
  if (!rule.id.starts_with(file + ".")) {
    table.problem_at(id.where, "the id begins with the file's name: \"" + file + ".…\"");
  }
  if (rule.match.empty()) table.problem("\"match\" needs a pattern");
  if (kind_of(rule.label) == LabelKind::fault) {
    table.need_text("why");
    table.need_text("item");
  }
  const bool no_rewrite = rule.label == Label::threat || rule.label == Label::crisis;
  if (no_rewrite && !rule.better.empty()) {
    table.problem("a threat, or a sign of danger to life, gets no rewrite; take \"try\" out");
  }
  for (const char* name : {"marks", "passes"}) {
    const std::size_t count = table.texts(name).size();
    if (count >= kLeastExamples) continue;
    table.problem("\"" + std::string(name) + "\" has " + std::to_string(count) +
                  " texts; three are the least");
  }
}

Label ReaderCompiler::label_of(const Table& table, const Source& source) const {
  const auto part = table.text("part");
  const auto label = reader::label_named(part ? part->text : label_name(stem_of(source)));
  const bool is_part = label && kind_of(*label) == LabelKind::part;
  if (label && is_part == part.has_value()) return *label;
  if (part) {
    table.problem_at(part->where, "part is regret, explanation or plea");
  } else {
    table.problem("the file is not named after a fault or strength of docs/labels.md");
  }
  return Label::pressure;
}

Tier ReaderCompiler::tier_of(const Table& table) const {
  const Located tier = table.need_text("tier");
  const auto* const found = std::ranges::find(kTiers, tier.text);
  if (found != kTiers.end()) return static_cast<Tier>(found - kTiers.begin());
  table.problem_at(tier.where, "tier is certain, likely or ask");
  return Tier::ask;
}

LabelSet ReaderCompiler::labels(const Table& table, std::string_view name) const {
  LabelSet set = 0;
  for (const Located& label : table.texts(name)) {
    if (const auto found = reader::label_named(label.text)) {
      set |= set_of(*found);
    } else {
      table.problem_at(label.where, "there is no fault or strength \"" + label.text + "\"");
    }
  }
  return set;
}

FlagSet ReaderCompiler::flag_bits(const Table& table, std::string_view name) const {
  FlagSet set = 0;
  for (const Located& flag : table.texts(name)) {
    if (const auto found = flag_bits_.find(flag.text); found != flag_bits_.end()) {
      set |= found->second;
      continue;
    }
    std::string known;
    for (const auto& [id, bit] : flag_bits_) known += (known.empty() ? "" : ", ") + id;
    table.problem_at(flag.where, "there is no flag \"" + flag.text + "\"; known are: " + known);
  }
  return set;
}

// "You never answer" speaks its own "never", so that flag is asked where the match begins.
void ReaderCompiler::add_guards(Rule& rule, const Table& table) const {
  flag_bits(table, "guards");
  for (const Located& guard : table.texts("guards")) {
    const auto bit = flag_bits_.find(guard.text);
    if (bit == flag_bits_.end()) continue;
    const auto cues = flag_words_.find(guard.text);
    for (reader::Trigger& trigger : rule.match) {
      const bool own = cues == flag_words_.end() || pool_.speaks(trigger.pattern, cues->second);
      (own ? trigger.guards_at_begin : trigger.guards_anywhere) |= bit->second;
    }
  }
}

std::vector<std::uint16_t> ReaderCompiler::patterns(const Table& table, std::string_view name) {
  std::vector<std::uint16_t> out;
  for (const Located& pattern : table.texts(name)) {
    const auto number = pool_.add(pattern, table);
    if (number && std::ranges::find(out, *number) == out.end()) out.push_back(*number);
  }
  return out;
}

namespace {

void write_words(base::ByteWriter& out, const Rule& rule) {
  out.text(rule.why).varint(rule.better.size());
  for (const std::string& better : rule.better) out.text(better);
}

}  // namespace

std::string ReaderCompiler::written(const std::vector<std::uint64_t>& known) const {
  base::ByteWriter out;
  out.text(reader::kBlobFormat);
  pool_.write(out, known);
  out.bytes(model_);
  out.varint(flags_.size());
  for (const Flag& flag : flags_) {
    out.text(flag.id).number(static_cast<std::uint8_t>(flag.scope));
    out.varint(flag.sets).varint(flag.clears).list(flag.match);
  }
  out.varint(rules_.size());
  for (const auto& [table, rule] : rules_) {
    out.text(rule.id).number(static_cast<std::uint8_t>(rule.label)).text(rule.item);
    out.number(static_cast<std::uint8_t>(rule.tier)).varint(rule.match.size());
    for (const reader::Trigger& trigger : rule.match) {
      out.varint(trigger.pattern);
      out.varint(trigger.guards_at_begin).varint(trigger.guards_anywhere);
    }
    out.list(rule.unless).number(rule.within).varint(rule.needs).varint(rule.cancels);
    out.varint(rule.only_if).varint(rule.only_if_no);
    out.number(static_cast<std::uint8_t>(rule.reach));
    out.number(static_cast<std::uint8_t>(rule.wide ? 2 : rule.confirmed ? 1 : 0));
    write_words(out, rule);
  }
  for (const Rule& note : notes_) {
    out.text(note.id).text(note.item);
    write_words(out, note);
  }
  return out.take();
}

// Of all English words only those matter that repair would take for a word of ours: some thousands,
// so the filter is small.
std::vector<std::uint64_t> ReaderCompiler::known_near(const reader::Rules& rules) const {
  constexpr std::size_t kBitsEach = 9;
  std::vector<std::string> near;
  std::ifstream in(root_ / "lang/en/known-words.txt");
  std::string word;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const int shared = line[0] <= '9' ? line[0] - '0' : line[0] - 'a' + 10;
    word = word.substr(0, static_cast<std::size_t>(shared)) + line.substr(1);
    if (!rules.lexicon().find(word) && rules.lexicon().repaired(word)) near.push_back(word);
  }
  if (word.empty()) problems_.add_unreadable("lang/en/known-words.txt", "this file cannot be read");
  std::vector<std::uint64_t> filter(near.size() * kBitsEach / 64 + 1);
  for (const std::string& known : near) {
    const std::uint64_t hash = text::known_hash(known);
    const std::uint64_t step = (hash >> 32) | 1;
    std::uint64_t at = hash;
    for (int i = 0; i < text::kKnownProbes; ++i, at += step) {
      const std::uint64_t bit = (at & 0xFFFFFFFF) % (filter.size() * 64);
      filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
  }
  return filter;
}

}  // namespace amends::packc
