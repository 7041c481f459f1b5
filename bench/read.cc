// How long the reader takes, natively. Every line it prints can stand in docs/bench.md.
//
//   bench_read                   1,000 texts of 300 bytes; time a byte by length; unkind texts
//   bench_read scale BLOB...     the same texts with each set of rules, as ratios to the first
//   bench_read texts             those texts, one JSON string a line, for bench/read.mjs
//   bench_read again N           reads them N times and prints nothing, for perf
//
// A plain program: Google Benchmark knows means and medians of whole runs, and this asks for the
// 99th percentile of single readings. Compare within a run only: machines are noisy.

#include "reader/read.h"

#include <time.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "bench/texts.h"
#include "reader/read_json.h"
#include "tests/support/oracle.h"
#include "text/tokenize.h"

namespace {

using amends::bench::cut;
using amends::reader::Rules;
using Texts = std::vector<std::string>;
using Work = std::function<std::size_t(std::string_view)>;

constexpr std::size_t kTexts = 1000;
constexpr std::size_t kBytes = 300;
constexpr std::size_t kRounds = 21;  // The first is to warm up.

constexpr std::size_t kFew = 5;  // Of long readings; the best of them, for noise only ever adds.

// What is read must not be optimised away.
volatile std::size_t sink = 0;

double us_of(const Work& work, std::string_view text) {
  const auto before = std::chrono::steady_clock::now();
  sink = sink + work(text);
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - before)
      .count();
}

// Of the processor, not of the wall: nobody finishes a long reading on a busy machine undisturbed.
double processor_us() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

double at_share(std::vector<double> times, double share) {
  const auto at = static_cast<std::size_t>(share * static_cast<double>(times.size() - 1));
  std::ranges::nth_element(times, times.begin() + static_cast<std::ptrdiff_t>(at));
  return times[at];
}

struct Times {
  double median = 0;
  double p99 = 0;       // Of all readings: with what the machine did meanwhile.
  double text_p99 = 0;  // Of the texts, each by its own median: the slow texts only.
};

class Clock {
 public:
  explicit Clock(Work work) : work_(std::move(work)) {}

  void round(const Texts& texts, bool counts) {
    by_text_.resize(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const double us = us_of(work_, texts[i]);
      if (counts) by_text_[i].push_back(us);
    }
  }

  Times times() const {
    std::vector<double> all;
    std::vector<double> medians;
    for (const auto& of_text : by_text_) {
      all.insert(all.end(), of_text.begin(), of_text.end());
      medians.push_back(at_share(of_text, 0.5));
    }
    return {at_share(all, 0.5), at_share(all, 0.99), at_share(medians, 0.99)};
  }

 private:
  Work work_;
  std::vector<std::vector<double>> by_text_;
};

// Side by side, round by round, so that a busy moment of the machine falls on all of them.
std::vector<Times> raced(const std::vector<Work>& works, const Texts& texts) {
  std::vector<Clock> clocks(works.begin(), works.end());
  for (std::size_t round = 0; round < kRounds; ++round) {
    for (Clock& clock : clocks) clock.round(texts, round > 0);
  }
  std::vector<Times> out;
  for (const Clock& clock : clocks) out.push_back(clock.times());
  return out;
}

Work tokenising(const Rules& rules) {
  return
      [&](std::string_view text) { return amends::text::tokenize(rules.lexicon(), text).size(); };
}

Work matching(const Rules& rules) {
  return [&](std::string_view text) {
    const auto tokens = amends::text::tokenize(rules.lexicon(), text);
    std::vector<amends::text::Match> matches;
    rules.matcher().match(amends::text::Sighted(tokens), matches);
    return matches.size();
  };
}

Work reading(const Rules& rules) {
  return [&](std::string_view text) { return amends::reader::read(rules, text).marks.size(); };
}

Work reading_to_json(const Rules& rules) {
  return [&](std::string_view text) {
    amends::base::json::Writer out;
    out.open_object();
    write_reading(out, amends::reader::read(rules, text), text, amends::reader::Offsets::utf8);
    out.close_object();
    return out.take().size();
  };
}

std::size_t bytes_of(const Texts& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return bytes;
}

void print_messages(const Rules& rules, const Texts& texts) {
  const std::size_t mean = bytes_of(texts) / texts.size();
  std::printf("| native, %zu texts of %zu bytes, %zu rules, %zu patterns | median | p99 | ",
              texts.size(), mean, rules.rules().size(), rules.matcher().size());
  std::puts("p99 of texts | MB/s |\n|---|---|---|---|---|");
  constexpr std::array kNames = {"tokenise only", "tokenise and match", "read", "read, JSON out"};
  const auto times =
      raced({tokenising(rules), matching(rules), reading(rules), reading_to_json(rules)}, texts);
  for (std::size_t i = 0; i < times.size(); ++i) {
    std::printf("| %s | %.1f us | %.1f us | %.1f us | %.1f |\n", kNames[i], times[i].median,
                times[i].p99, times[i].text_p99, static_cast<double>(mean) / times[i].median);
  }
}

// As many bytes of each length, and never the same text twice in a row: a processor learns 300
// bytes by heart, and what it then needs is a third less than a person will see.
double ns_a_byte(const Rules& rules, const Texts& texts) {
  const Work work = reading(rules);
  std::vector<double> best(texts.size(), 1e12);
  for (std::size_t round = 0; round < kFew; ++round) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const double before = processor_us();
      sink = sink + work(texts[i]);
      best[i] = std::min(best[i], processor_us() - before);
    }
  }
  return std::reduce(best.begin(), best.end()) * 1000 / static_cast<double>(bytes_of(texts));
}

void print_lengths(const Rules& rules, const std::string& messages) {
  std::puts("\n| length of a draft | processor time | a byte | to 300 bytes |\n|---|---|---|---|");
  double first = 0;
  for (const std::size_t size : {300, 3'000, 30'000, 300'000, 1'000'000}) {
    const double ns = ns_a_byte(rules, cut(messages, 1'000'000 / size, size));
    if (first == 0) first = ns;
    std::printf("| %zu bytes | %.3f ms | %.0f ns | %.2f |\n", size,
                ns * static_cast<double>(size) / 1e6, ns, ns / first);
  }
}

void print_unkind(const Rules& rules, const std::string& messages) {
  std::puts(
      "\n| unkind text | bytes | processor time | a byte | to messages |\n|---|---|---|---|---|");
  const double plain = ns_a_byte(rules, cut(messages, 1, 300'000));
  for (const auto& [name, text] : amends::bench::unkind_texts()) {
    const double ns = ns_a_byte(rules, {text});
    std::printf("| %s | %zu | %.1f ms | %.0f ns | %.2f |\n", name.c_str(), text.size(),
                ns * static_cast<double>(text.size()) / 1e6, ns, ns / plain);
  }
}

void print_start(const std::string& blob) {
  std::vector<double> times;
  const Work opening = [](std::string_view bytes) { return Rules::open(bytes)->rules().size(); };
  for (std::size_t round = 0; round < kRounds; ++round) times.push_back(us_of(opening, blob));
  std::printf("\nOpening the rules, %zu kB: %.1f ms.\n", blob.size() / 1000,
              at_share(times, 0.5) / 1000);
}

int print_scale(int blobs, char** paths, const Texts& texts) {
  std::vector<Rules> all;
  all.reserve(static_cast<std::size_t>(blobs));
  for (int i = 0; i < blobs; ++i) {
    auto opened = Rules::open(amends::tests::file_text(paths[i]));
    if (!opened) {
      std::fprintf(stderr, "bench_read: %s is no blob of rules\n", paths[i]);
      return 1;
    }
    all.push_back(std::move(*opened));
  }
  std::vector<Work> works;
  for (const Rules& rules : all) works.push_back(reading(rules));
  for (const Rules& rules : all) works.push_back(matching(rules));
  const auto times = raced(works, texts);
  std::puts("| rules | patterns | read, median | p99 | to the first | to the end of matching |");
  std::puts("|---|---|---|---|---|---|");
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::printf("| %zu | %zu | %.1f us | %.1f us | %.2f | %.1f us |\n", all[i].rules().size(),
                all[i].matcher().size(), times[i].median, times[i].p99,
                times[i].median / times[0].median, times[i + all.size()].median);
  }
  return 0;
}

void print_texts(const Texts& texts) {
  for (const std::string& text : texts) {
    amends::base::json::Writer out;
    std::puts(out.text(text).take().c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  const std::string messages = amends::bench::all_messages(AMENDS_ROOT "/tests/corpora/reader");
  const Texts texts = cut(messages, kTexts, kBytes);
  if (mode == "texts") {
    print_texts(texts);
    return 0;
  }
  if (mode == "scale" && argc > 2) return print_scale(argc - 2, argv + 2, texts);
  const Rules& rules = amends::tests::the_rules();
  if (mode == "again" && argc == 3) {
    Clock clock(reading(rules));
    for (int left = std::atoi(argv[2]); left > 0; --left) clock.round(texts, false);
    return 0;
  }
  if (argc > 1) {
    std::fputs("usage: bench_read [scale BLOB... | texts | again N]\n", stderr);
    return 2;
  }
  print_messages(rules, texts);
  print_lengths(rules, messages);
  print_unkind(rules, messages);
  print_start(amends::tests::file_text(AMENDS_PACKS "/reader.bin"));
  return 0;
}
