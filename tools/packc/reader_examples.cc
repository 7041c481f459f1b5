// The examples of each rule, tried: what it must mark, to the letter, and what it must let pass.

#include <algorithm>
#include <optional>

#include "packc/reader_compiler.h"
#include "reader/findings.h"
#include "reader/read.h"

namespace amends::packc {

using reader::Span;

namespace {

struct Example {
  std::string text;
  std::vector<Span> spans;
};

// "[[You have until Friday]] to decide": the text without brackets, and where they stood.
std::optional<Example> example_of(std::string_view written) {
  Example out;
  bool open = false;
  while (!written.empty()) {
    const bool opens = written.starts_with("[[");
    if (!opens && !written.starts_with("]]")) {
      out.text.push_back(written.front());
      written.remove_prefix(1);
      continue;
    }
    if (opens == open) return std::nullopt;
    const auto at = static_cast<std::uint32_t>(out.text.size());
    if (opens)
      out.spans.push_back({at, at});
    else
      out.spans.back().end_utf8 = at;
    open = opens;
    written.remove_prefix(2);
  }
  if (open) return std::nullopt;
  return out;
}

bool is_same(const Span& a, const Span& b) {
  return a.begin_utf8 == b.begin_utf8 && a.end_utf8 == b.end_utf8;
}

std::string bracketed(const std::string& text, const std::vector<Span>& spans) {
  std::string out = text;
  for (auto it = spans.rbegin(); it != spans.rend(); ++it) {
    out.insert(it->end_utf8, "]]").insert(it->begin_utf8, "[[");
  }
  return out;
}

// Whether the label is found in the end, with all rules at work; and by which rule. The nets of
// other rules stay out: they wait for the model, and it is trained after the rules.
std::optional<std::string> rule_in_the_end(const reader::Rules& rules, std::size_t index,
                                           std::string_view text) {
  reader::Found found = find_all(rules, text);
  std::erase_if(found.findings, [&](const reader::Finding& finding) {
    return finding.rule != index && rules.rules()[finding.rule].wide;
  });
  const reader::Label label = rules.rules()[index].label;
  for (const reader::Finding& finding : arbitrated(rules, found)) {
    const reader::Rule& rule = rules.rules()[finding.rule];
    if (rule.label == label) return rule.id;
  }
  return std::nullopt;
}

}  // namespace

void ReaderCompiler::try_examples(const reader::Rules& rules) const {
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    for (const Located& example : rules_[i].table.texts("marks")) try_mark(rules, i, example);
    for (const Located& example : rules_[i].table.texts("passes")) try_pass(rules, i, example);
  }
}

void ReaderCompiler::try_mark(const reader::Rules& rules, std::size_t index,
                              const Located& example) const {
  const auto& [table, rule] = rules_[index];
  const auto expected = example_of(example.text);
  if (!expected || expected->spans.empty()) {
    table.problem_at(example.where, "what is to be marked stands in [[ ]]");
    return;
  }
  const std::vector<Span> found = found_alone(rules, index, expected->text);
  if (!std::ranges::equal(found, expected->spans, is_same)) {
    table.problem_at(example.where,
                     found.empty()
                         ? "\"" + rule.id + "\" marks nothing here"
                         : "\"" + rule.id + "\" marks: " + bracketed(expected->text, found));
    return;
  }
  if (rule_in_the_end(rules, index, expected->text)) return;
  table.problem_at(example.where, "\"" + rule.id + "\" marks this, but another rule takes it away");
}

void ReaderCompiler::try_pass(const reader::Rules& rules, std::size_t index,
                              const Located& example) const {
  const auto& [table, rule] = rules_[index];
  const auto by = rule_in_the_end(rules, index, example.text);
  if (!by) return;
  table.problem_at(example.where,
                   "this has to pass, and \"" + *by + "\" marks it: " +
                       bracketed(example.text, found_alone(rules, index, example.text)));
}

}  // namespace amends::packc
