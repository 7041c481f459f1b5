#include "cli/ask.h"

#include <poll.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <optional>
#include <vector>

#include "check/agenda.h"
#include "check/change.h"
#include "check/judge.h"
#include "check/screen.h"
#include "cli/commands.h"
#include "cli/file.h"
#include "cli/packs.h"
#include "cli/page.h"

namespace amends::cli {

using check::Agenda;
using check::Sheet;
using guide::AnswerIndex;
using guide::Guide;
using guide::Item;
using guide::ItemIndex;

namespace {

volatile std::sig_atomic_t interrupted = 0;

sigset_t while_waiting;  // The signals of before: open only while we wait for the person.

// The signals are blocked but for the wait itself, so that none falls between the look at the flag
// and the wait.
void stop_on_interrupt() {
  struct sigaction action{};
  action.sa_handler = [](int) { interrupted = 1; };
  sigset_t ours;
  sigemptyset(&ours);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    sigaction(signal, &action, nullptr);
    sigaddset(&ours, signal);
  }
  sigprocmask(SIG_BLOCK, &ours, &while_waiting);
}

std::int64_t now_ms() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

/// A line from the person, or nothing when they stopped (Ctrl-C, Ctrl-D).
std::optional<std::string> read_line() {
  std::string line;
  for (char c = 0;;) {
    pollfd wait{STDIN_FILENO, POLLIN, 0};
    if (::ppoll(&wait, 1, nullptr, &while_waiting) < 0 || interrupted != 0) return std::nullopt;
    if (::read(STDIN_FILENO, &c, 1) <= 0) return std::nullopt;
    if (c == '\n') return line;
    if (c != '\r') line.push_back(c);
  }
}

enum class Move { chose, why, skip, back, stop };
struct Reply {
  Move move;
  std::size_t choice;  // From 0, where the move is `chose`.
};

class Asking {
 public:
  Asking(const Guide& guide, std::string save_file, Sheet sheet)
      : guide_(guide),
        save_file_(std::move(save_file)),
        sheet_(std::move(sheet)),
        saved_(!save_file_.empty() && file_exists(save_file_)) {}

  Sheet run() {
    while (!stopped_) {
      const Agenda agenda = check::agenda(guide_, sheet_);
      if (!agenda.next || !go_on(agenda)) break;
      begin_part(agenda);
      ask_item(*agenda.next);
    }
    return std::move(sheet_);
  }

  bool saved() const { return saved_; }

 private:
  // At a stop, and before depth, the person chooses whether to go on.
  bool go_on(const Agenda& agenda) {
    if (agenda.stop && !past_stop_) {
      past_stop_ = true;
      page_.space().heading(words("cli.ask.stop")).print();
      return prompted(words("cli.ask.stop-offer")) == "g";
    }
    if (agenda.stage == check::Stage::depth && !in_depth_) {
      in_depth_ = true;
      print_standing(sheet_, Output::page);
      page_.space().heading(words("cli.ask.first-done")).print();
      const auto line =
          prompted(words("cli.ask.depth-offer", {{"n", std::to_string(agenda.left)}}));
      return line && *line != "q";
    }
    return true;
  }

  std::optional<std::string> prompted(const std::string& prompt) {
    std::fputs(prompt.c_str(), stdout);
    std::fflush(stdout);
    auto line = read_line();
    if (!line) stopped_ = true;
    return line;
  }

  void begin_part(const Agenda& agenda) {
    for (const check::Question& question : agenda.questions) {
      if (question.item != *agenda.next) continue;
      if (part_ != question.part) {
        part_ = question.part;
        page_.space().heading(guide_.parts[*part_].title).line(guide_.parts[*part_].says);
      }
      page_.line(words("cli.ask.left", {{"n", std::to_string(agenda.left)}}));
      page_.print();
    }
  }

  void ask_item(ItemIndex item) {
    const guide::Screen* screen = guide_.screen_for(item);
    if (screen != nullptr) {
      ask_screen(item, *screen);
    } else {
      ask_question(item);
    }
  }

  void ask_question(ItemIndex index) {
    const Item& item = guide_.items[index];
    std::vector<std::string> labels;
    for (const guide::Answer& answer : item.answers) labels.push_back(answer.label);
    page_.space().heading(item.question);
    const Reply reply = choose(labels, item.why, "cli.ask.prompt");
    if (reply.move == Move::skip) pass(index);
    if (reply.move == Move::back) back();
    if (reply.move != Move::chose) return;
    give(index, static_cast<AnswerIndex>(reply.choice));
    if (item.free_text) ask_text(index);
  }

  void ask_text(ItemIndex index) {
    page_.line(words("cli.ask.write", {{"invite", guide_.items[index].write}})).print();
    const auto line = prompted("> ");
    if (!line || line->empty()) return;
    sheet_.texts[index] = *line;
    save();
  }

  void ask_screen(ItemIndex index, const guide::Screen& screen) {
    check::Replies replies;
    page_.space().heading(screen.title).line(screen.intro);
    for (std::size_t i = 0; i < screen.pages.size(); ++i) {
      if (!screen.page_intros[i].empty()) page_.space().line(screen.page_intros[i]);
      for (const guide::ScreenQuestion& question : screen.pages[i]) {
        std::vector<std::string> labels;
        for (const std::string& reply : question.replies) {
          labels.emplace_back(guide_.reply_label(reply));
        }
        page_.space().heading(question.text);
        const Reply reply = choose(labels, screen.why, "cli.ask.prompt-screen");
        if (reply.move == Move::skip) pass(index);
        if (reply.move == Move::back) back();
        if (reply.move != Move::chose) return;
        replies[question.id] = question.replies[reply.choice];
        // One yes counts at once, and is kept even when the rest stays unanswered (hs-abuse).
        if (const auto answer = check::screen_answer(guide_, screen, replies)) {
          give(index, *answer);
          return;
        }
      }
    }
  }

  // Shows the answers and asks until the line is one that can be understood.
  Reply choose(const std::vector<std::string>& labels, const std::string& why,
               const char* prompt_name) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
      page_.line(std::to_string(i + 1) + "  " + labels[i], 2);
    }
    page_.print();
    const std::string range = "1-" + std::to_string(labels.size());
    for (;;) {
      const auto line = prompted(words(prompt_name, {{"range", range}}));
      if (!line || *line == "q") {
        stopped_ = true;
        return {Move::stop, 0};
      }
      if (*line == "s") return {Move::skip, 0};
      if (*line == "b") return {Move::back, 0};
      if (*line == "?") {
        page_.line(words("cli.ask.why", {{"why", why}})).print();
        continue;
      }
      std::size_t number = 0;
      const char* const last = line->data() + line->size();
      const auto [end, error] = std::from_chars(line->data(), last, number);
      if (error == std::errc() && end == last && number >= 1 && number <= labels.size()) {
        return {Move::chose, number - 1};
      }
      page_.line(words("cli.ask.not-understood", {{"range", range}})).print();
    }
  }

  void give(ItemIndex item, AnswerIndex answer) {
    check::Changed changed = check::change(guide_, std::move(sheet_), item, answer, now_ms());
    sheet_ = std::move(changed.sheet);
    asked_.push_back(item);
    if (changed.kept) {
      const guide::Answer& kept = guide_.at(*changed.kept);
      page_.line(words("cli.ask.kept", {{"answer", kept.label}, {"why", kept.change}})).print();
    }
    save();
  }

  void pass(ItemIndex item) {
    sheet_.passed.insert(item);
    asked_.push_back(item);
    save();
  }

  // Takes the last answer back, so that its question comes again.
  void back() {
    if (asked_.empty()) {
      page_.line(words("cli.ask.at-start")).print();
      return;
    }
    const ItemIndex item = asked_.back();
    asked_.pop_back();
    sheet_.passed.erase(item);
    sheet_ = check::change(guide_, std::move(sheet_), item, std::nullopt, now_ms()).sheet;
    past_stop_ = false;
    save();
  }

  void save() {
    if (save_file_.empty()) return;
    base::json::Writer out;
    check::write_sheet(out, guide_, sheet_);
    saved_ = write_file(save_file_, out.take() + "\n");
    if (!saved_) page_.line(words("cli.ask.save-failed", {{"file", save_file_}})).print();
  }

  const Guide& guide_;
  std::string save_file_;
  Sheet sheet_;
  Page page_;
  std::vector<ItemIndex> asked_;
  std::optional<std::uint8_t> part_;
  bool stopped_ = false;
  bool past_stop_ = false;
  bool in_depth_ = false;
  bool saved_;  // The file holds what was answered.
};

int count_answers(const Sheet& sheet) {
  int count = 0;
  for (const auto& answer : sheet.answers) count += answer ? 1 : 0;
  return count;
}

base::Result<Sheet> sheet_at_start(const Guide& guide, const std::string& save_file) {
  if (save_file.empty() || !file_exists(save_file)) return check::empty_sheet(guide);
  AMENDS_TRY(text, read_file(save_file, check::kLargestSheetBytes));
  if (text.empty()) return check::empty_sheet(guide);
  return check::read_sheet(guide, text);
}

void welcome(const Sheet& sheet, const std::string& save_file) {
  Page page;
  page.line(words("cli.ask.welcome"));
  if (save_file.empty()) {
    page.line(words("cli.ask.memory"));
  } else if (const int answers = count_answers(sheet); answers > 0) {
    page.line(words("cli.ask.resumed", {{"file", save_file}, {"n", std::to_string(answers)}}));
  } else {
    page.line(words("cli.ask.saving", {{"file", save_file}}));
  }
  page.print();
}

void farewell(const Guide& guide, const Sheet& sheet, const std::string& save_file, bool saved) {
  Page page;
  page.space();
  if (saved) {
    page.line(words("cli.ask.resume", {{"file", save_file}})).print();
    return;
  }
  if (count_answers(sheet) == 0) return;
  page.line(words("cli.ask.unsaved")).print();
  base::json::Writer out;
  check::write_sheet(out, guide, sheet);
  std::puts(out.take().c_str());
}

}  // namespace

int ask(const Guide& guide, const std::string& save_file, Output output) {
  auto start = sheet_at_start(guide, save_file);
  if (!start) return refuse(save_file, start.error());
  stop_on_interrupt();
  welcome(*start, save_file);
  Asking asking(guide, save_file, std::move(*start));
  const Sheet sheet = asking.run();
  std::puts("");
  print_standing(sheet, output);
  if (output == Output::page) farewell(guide, sheet, save_file, asking.saved());
  return 0;
}

}  // namespace amends::cli
