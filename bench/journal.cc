// How long it takes to have everything back, natively. Workloads:
//
//   Fold100k           100,000 events of every kind, of two devices, merged and folded into State
//   View100k             the same, and all that follows from it, as JSON: what amends_fold does
//                        after an add
//   Decode100k         the same events, from their JSON
//   OpenVault10k       a backup of 10,000 events: every entry opened, hashed and put in its place;
//   the
//                      vault key is there already
//   UnlockByPassphrase Argon2id at the cost that the app chooses, once
//
// Times of one run are compared with each other, never with another run's: machines are noisy.

#include "tests/support/journal.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <vector>

#include "journal/event_json.h"
#include "journal/fold.h"
#include "journal/view.h"
#include "tests/support/oracle.h"
#include "tests/support/vault.h"

namespace {

using namespace amends;

constexpr int kEvents = 100'000;
constexpr int kEntries = 10'000;

// As a merge gives them: the one device's, and then the other's.
std::vector<journal::Event> events(int count) {
  std::vector<journal::Event> all = tests::Writing(1, 1).events(count / 2);
  for (journal::Event& event : tests::Writing(1, 2).events(count / 2)) {
    all.push_back(std::move(event));
  }
  std::erase_if(all, [](const journal::Event& event) {
    return std::holds_alternative<journal::Unknown>(event.body);
  });
  return all;
}

std::vector<std::string> texts(int count) {
  std::vector<std::string> out;
  for (const journal::Event& event : events(count)) out.push_back(journal::encode(event));
  return out;
}

void Fold100k(benchmark::State& state) {
  const auto all = events(kEvents);
  for (auto _ : state) benchmark::DoNotOptimize(journal::fold(tests::the_guide(), all));
}
BENCHMARK(Fold100k)->Unit(benchmark::kMillisecond);

void View100k(benchmark::State& state) {
  auto all = events(kEvents);
  std::ranges::sort(all, {}, &journal::Event::stamp);
  const journal::Moment moment{all.back().stamp.clock.at_ms, 60};
  for (auto _ : state) {
    const journal::State folded = journal::fold(tests::the_guide(), all);
    benchmark::DoNotOptimize(journal::view(tests::the_guide(), all, folded, moment));
  }
}
BENCHMARK(View100k)->Unit(benchmark::kMillisecond);

void Decode100k(benchmark::State& state) {
  const auto all = texts(kEvents);
  for (auto _ : state) {
    for (const std::string& text : all) benchmark::DoNotOptimize(journal::decode(text));
  }
}
BENCHMARK(Decode100k)->Unit(benchmark::kMillisecond);

void OpenVault10k(benchmark::State& state) {
  const tests::Written vault = tests::Written().device(16, texts(kEntries));
  const std::string file = vault.backup();
  for (auto _ : state) {
    benchmark::DoNotOptimize(vault::open_backup(vault.header, vault.key, file));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.size()));
}
BENCHMARK(OpenVault10k)->Unit(benchmark::kMillisecond);

void UnlockByPassphrase(benchmark::State& state) {
  const auto header = vault::new_header(tests::fixed_bytes(), tests::kPassphrase, {});
  if (!header) return state.SkipWithError("no memory");
  for (auto _ : state) benchmark::DoNotOptimize(vault::unlock(*header, tests::kPassphrase));
}
BENCHMARK(UnlockByPassphrase)->Unit(benchmark::kMillisecond);

}  // namespace
