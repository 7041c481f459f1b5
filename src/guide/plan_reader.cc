// Measures and signs out of the pack.

#include "guide/guide.h"
#include "guide/plan.h"

namespace amends::guide {

using base::json::Value;

namespace {

std::string text_of(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  return value == nullptr ? std::string() : value->text;
}

int integer_of(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  return value == nullptr ? 0 : static_cast<int>(value->integer);
}

std::vector<std::string> texts_of(const Value& object, std::string_view name) {
  std::vector<std::string> out;
  if (const Value* value = object.find(name)) {
    for (const Value& item : value->list) out.push_back(item.text);
  }
  return out;
}

std::optional<Measure> measure_of(const Guide& guide, const Value& from) {
  const auto count = count_named(text_of(from, "measure"));
  if (!count) return std::nullopt;
  Measure out{.count = *count,
              .at_least = integer_of(from, "at_least"),
              .days = integer_of(from, "days"),
              .within_days = integer_of(from, "within_days"),
              .hours = integer_of(from, "hours"),
              .from_hour = integer_of(from, "from_hour"),
              .to_hour = integer_of(from, "to_hour"),
              .notes = texts_of(from, "notes"),
              .has = texts_of(from, "has"),
              .contacts = texts_of(from, "contacts"),
              .drafts = texts_of(from, "drafts"),
              .basics = texts_of(from, "basics"),
              .not_went = texts_of(from, "not_went"),
              .since = text_of(from, "since"),
              .step = text_of(from, "step"),
              .sign = text_of(from, "sign"),
              .answers = {}};
  for (const std::string& text : texts_of(from, "answers")) {
    const auto answer = guide.item_answer_named(text);
    if (!answer) return std::nullopt;
    out.answers.push_back(*answer);
  }
  return out;
}

}  // namespace

std::optional<std::vector<Measure>> measures_of(const Guide& guide, const Value& list) {
  std::vector<Measure> out;
  for (const Value& from : list.list) {
    auto measure = measure_of(guide, from);
    if (!measure) return std::nullopt;
    out.push_back(std::move(*measure));
  }
  return out;
}

std::optional<std::vector<Sign>> signs_of(const Guide& guide, const Value& list) {
  std::vector<Sign> out;
  for (const Value& from : list.list) {
    Sign sign{.id = text_of(from, "id"), .measure = {}, .says = text_of(from, "says")};
    if (const Value* measure = from.find("measure")) {
      sign.measure = measure_of(guide, *measure);
      if (!sign.measure) return std::nullopt;
    }
    out.push_back(std::move(sign));
  }
  return out;
}

}  // namespace amends::guide
