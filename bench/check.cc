// How long the check takes, natively. Workloads:
//
//   Empty       a call that reads an empty object and is refused: the cost of calling at all
//   FullSheet   all 57 items answered, JSON in, standing as JSON out: the whole check
//   Agenda      the same sheet, what to ask next
//   OpenGuide   reading the pack, once at start-up
//
// Times of one run are compared with each other, never with another run's: machines are noisy.

#include <benchmark/benchmark.h>

#include <string>

#include "check/calls.h"
#include "tests/support/oracle.h"

namespace {

using amends::tests::the_guide;

std::string full_sheet() {
  std::string text;
  for (const auto& item : the_guide().items) {
    text += (text.empty() ? "" : ",") + ('"' + item.id + "\":\"" + item.answers.back().id + '"');
  }
  return "{\"answers\":{" + text + "}}";
}

void Empty(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(amends::check::check_call(the_guide(), "{}"));
}
BENCHMARK(Empty)->Unit(benchmark::kMicrosecond);

void FullSheet(benchmark::State& state) {
  const std::string sheet = full_sheet();
  for (auto _ : state) benchmark::DoNotOptimize(amends::check::check_call(the_guide(), sheet));
}
BENCHMARK(FullSheet)->Unit(benchmark::kMicrosecond);

void Agenda(benchmark::State& state) {
  const std::string sheet = full_sheet();
  for (auto _ : state) benchmark::DoNotOptimize(amends::check::agenda_call(the_guide(), sheet));
}
BENCHMARK(Agenda)->Unit(benchmark::kMicrosecond);

void OpenGuide(benchmark::State& state) {
  const std::string pack = amends::tests::file_text(AMENDS_PACKS "/guide.json");
  for (auto _ : state) benchmark::DoNotOptimize(amends::guide::Guide::read(pack));
}
BENCHMARK(OpenGuide)->Unit(benchmark::kMicrosecond);

}  // namespace
