// Journals as two people's phones might hold them: events of every kind from a seed.

#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "guide/guide.h"
#include "journal/event.h"

namespace amends::tests {

/// One device that writes events. The same seed and number give the same events.
class Writing {
 public:
  Writing(std::uint32_t seed, std::uint8_t device);

  /// The next event, at a time from a moment to an hour after the last one.
  journal::Event event();
  std::vector<journal::Event> events(int count);

 private:
  journal::Body body();
  journal::Body answer();
  journal::Body boundary();
  journal::Body draft();
  journal::Body other();

  std::uint32_t below(std::uint32_t limit);
  bool one_in(std::uint32_t n) { return below(n) == 0; }
  std::string id();
  std::string text();
  std::string step();
  std::string evidence();
  std::optional<std::int64_t> lately();

  std::mt19937 chance_;
  journal::DeviceId device_{};
  journal::Clock last_;
  std::int64_t now_ms_ = 1'764'000'000'000;
};

/// The State as JSON: what two States are compared by.
std::string state_text(const std::vector<journal::Event>& events);

}  // namespace amends::tests
