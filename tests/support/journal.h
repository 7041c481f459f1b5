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

inline constexpr std::int64_t kNoon = 1'763'985'600'000;  // 12:00 UTC.

/// An event so long after noon, of a device whose id is this byte again and again.
journal::Event at(std::int64_t after_noon_ms, journal::Body body, std::uint8_t device = 1);

/// An answer given, or without one taken back, with words where there are some.
journal::Answer said(const char* item, const char* answer, const char* text = nullptr);

/// The State as JSON: what two States are compared by.
std::string state_text(const std::vector<journal::Event>& events);

}  // namespace amends::tests
