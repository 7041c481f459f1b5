#include "journal/answers.h"

#include <algorithm>

#include "journal/latch.h"
#include "plan/turns.h"

namespace amends::journal {

using guide::AnswerIndex;
using guide::Guide;
using guide::ItemAnswer;
using guide::ItemIndex;

namespace {

// Their own clear words open a new check (rule theirs-only): this answer takes the no's place, and
// these are asked again.
constexpr std::string_view kCameBack = "hs-clear-refusal=came-back-in-clear-words";
constexpr std::string_view kAskedAgain[] = {"sp-block", "sp-no-response"};
constexpr std::string_view kTheirsOnly = "theirs-only";
constexpr std::string_view kAuthority = "authority";

class Answers {
 public:
  Answers(const Guide& guide, std::span<const Event* const> order, State& state)
      : guide_(guide),
        order_(order),
        state_(state),
        slips_(guide, order),
        log_(log_of(state)),
        rules_(guide, log_) {
    state_.answering.resize(guide.items.size());
    for (const plan::Contact& contact : plan::social_until(log_, kLastMs)) {
      if (contact.from == Side::me) mine_ms_.push_back(contact.when_ms);
    }
  }

  void run() {
    for (const Event* event : order_) {
      stamp_ = event->stamp;
      if (const auto* answer = std::get_if<Answer>(&event->body)) apply(*answer);
      if (const auto* boundary = std::get_if<Boundary>(&event->body)) apply(*boundary);
      if (const auto* words = std::get_if<TheirWords>(&event->body)) apply(*words);
    }
    for (const auto& [answer, holders] : state_.latched_by) {
      state_.sheet.latched.insert(answer);
      // Held by more than one event it is no slip any more.
      if (holders.size() == 1) state_.sheet.since_ms[answer] = holders[0].stamp.clock.at_ms;
    }
    std::erase_if(state_.sheet.texts, [](const auto& text) { return text.second.empty(); });
  }

 private:
  void apply(const Answer& event) {
    const auto item = guide_.item_named(event.item);
    if (!item) return pass_over();
    std::optional<AnswerIndex> answer;
    if (event.answer) {
      answer = guide_.answer_named(*item, *event.answer);
      if (!answer) return pass_over();
    }
    if (event.text) state_.sheet.texts[*item] = *event.text;
    const guide::Item& of = guide_.items[*item];
    const bool latches = answer && of.answers[*answer].latched;
    if (answer) state_.given.push_back({{*item, *answer}, now_ms()});
    if (latches && slips_.was_slip(stamp_, event.item)) return;
    const Asking asking{*item,
                        answer ? of.answers[*answer].ceiling : of.unanswered,
                        now_ms(),
                        stamp_.device,
                        event.text ? std::string_view(*event.text) : std::string_view(),
                        text_beside(*item)};
    Answering& answering = state_.answering[*item];
    const bool counts = rules_.hold(answering, asking).needs.empty();
    note_end_of_order(answering, asking);
    const bool better = betters(answering, asking);
    if (counts) {
      count(answering, asking, answer, event);
    } else {
      answering.wish = Wish{answer, now_ms()};
      if (answering.held) state_.sheet.answers[*item] = answering.held;
    }
    if (answer) say({*item, *answer}, event.offset_min.value_or(0), better);
    if (latches) latch({*item, *answer}, now_ms());
  }

  std::string_view text_beside(ItemIndex item) const {
    const auto found = state_.sheet.texts.find(item);
    return found == state_.sheet.texts.end() ? std::string_view() : found->second;
  }

  bool betters(const Answering& answering, const Asking& asking) const {
    return std::ranges::any_of(answering.said,
                               [&](const Said& said) { return rules_.binds(said, asking); });
  }

  void count(Answering& answering, const Asking& asking, std::optional<AnswerIndex> answer,
             const Answer& event) {
    if (betters(answering, asking)) {
      answering.raised_ms = now_ms();
      if (!answer) answering.held.reset();
    }
    std::erase_if(answering.said, [&](const Said& said) {
      const ItemAnswer worse{asking.item, said.answer};
      if (guide_.at(worse).ceiling >= asking.to) return false;
      if (said.latched) release(worse);
      return true;
    });
    answering.wish.reset();
    check::Sheet& sheet = state_.sheet;
    sheet.answers[asking.item] = answer;
    if (answer) {
      answering.held = answer;
      answering.held_ms = now_ms();
    }
    if (!answer && event.skipped == Answer::Skipped::yes) {
      sheet.passed.insert(asking.item);
    } else {
      sheet.passed.erase(asking.item);
    }
  }

  // Rule authority: from the first word that names the day on, until the order is said again.
  void note_end_of_order(Answering& answering, const Asking& asking) {
    for (Said& said : answering.said) {
      const guide::Answer& worse = guide_.at({asking.item, said.answer});
      if (worse.raise != kAuthority || worse.ceiling >= asking.to || said.asked_ms) continue;
      if (names_a_day(asking.text_beside)) said.asked_ms = now_ms();
    }
  }

  Said& say(ItemAnswer answer, std::int64_t offset_min, bool better) {
    std::vector<Said>& all = state_.answering[answer.item].said;
    auto found = std::ranges::find(all, answer.answer, &Said::answer);
    if (found == all.end()) {
      all.push_back({});
      found = std::prev(all.end());
      found->answer = answer.answer;
      found->first_ms = now_ms();
      found->device = stamp_.device;
    }
    found->last_ms = now_ms();
    found->waits_until_ms =
        std::max(found->waits_until_ms, rules_.waits_until_ms(answer, now_ms(), offset_min));
    if (found->device != stamp_.device) found->device.reset();
    if (better) found->bettered_ms = now_ms();
    found->asked_ms.reset();
    return *found;
  }

  /// `said_ms` is when it was said, where that is known better than when it was written down.
  void latch(ItemAnswer answer, std::int64_t said_ms) {
    say(answer, 0, false).latched = true;
    state_.latched_by[answer].push_back({stamp_, said_ms});
  }

  void release(ItemAnswer answer) { state_.latched_by.erase(answer); }

  // The day of a boundary is the one that was known when it was written: no edit makes a no older.
  void apply(const Boundary& event) {
    if (event.when_ms) boundary_ms_[event.id] = *event.when_ms;
    const auto answer = stands_for(guide_, event.kind);
    if (!answer || slips_.was_slip(stamp_, event.id)) return;
    const auto day = boundary_ms_.find(event.id);
    latch(*answer, day == boundary_ms_.end() ? now_ms() : std::min(day->second, now_ms()));
  }

  void apply(const TheirWords& event) {
    const TheirWordsNow& now = state_.their_words.at(event.id);
    if (now.first != stamp_ || !now.words.text || !has_words(*now.words.text)) return;
    if (!now.words.when_ms || *now.words.when_ms > now_ms()) return;
    std::vector<ItemAnswer> opened;
    for (const auto& [answer, holders] : state_.latched_by) {
      if (guide_.at(answer).raise != kTheirsOnly) continue;
      if (std::ranges::all_of(holders, [&](const Holder& holder) {
            return came_unasked(holder, *now.words.when_ms);
          })) {
        opened.push_back(answer);
      }
    }
    if (opened.empty()) return;
    for (const ItemAnswer answer : opened) {
      release(answer);
      ask_again(answer.item);
    }
    open_new_check(opened);
  }

  /// After the no, and with nothing of mine between: what follows a message of mine answers it.
  bool came_unasked(const Holder& holder, std::int64_t words_ms) const {
    if (holder.said_ms >= words_ms) return false;
    const auto mine = std::ranges::upper_bound(mine_ms_, holder.said_ms);
    return mine == mine_ms_.end() || *mine > words_ms;
  }

  void open_new_check(const std::vector<ItemAnswer>& opened) {
    for (const std::string_view id : kAskedAgain) {
      const auto item = guide_.item_named(id);
      if (item && !is_latched(*item)) ask_again(*item);
    }
    const auto back = guide_.item_answer_named(kCameBack);
    if (!back || std::ranges::find(opened, back->item, &ItemAnswer::item) == opened.end()) return;
    Answering& answering = state_.answering[back->item];
    answering.held = back->answer;
    answering.held_ms = now_ms();
    state_.sheet.answers[back->item] = back->answer;
    say(*back, 0, false);
  }

  bool is_latched(ItemIndex item) const {
    const auto first = state_.latched_by.lower_bound({item, 0});
    return first != state_.latched_by.end() && first->first.item == item;
  }

  void ask_again(ItemIndex item) {
    state_.answering[item] = {};
    state_.sheet.answers[item].reset();
    state_.sheet.passed.erase(item);
  }

  std::int64_t now_ms() const { return stamp_.clock.at_ms; }

  void pass_over() { ++state_.passed_over; }

  const Guide& guide_;
  std::span<const Event* const> order_;
  State& state_;
  Slips slips_;
  plan::Log log_;
  RaiseRules rules_;
  std::vector<std::int64_t> mine_ms_;
  std::map<std::string, std::int64_t> boundary_ms_;
  Stamp stamp_;
};

}  // namespace

void fold_answers(const Guide& guide, std::span<const Event* const> order, State& state) {
  Answers(guide, order, state).run();
}

}  // namespace amends::journal
