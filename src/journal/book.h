// The book: the journal as the app asks for it, JSON in and JSON out (docs/formats/book.md).
//
// It holds a device and the events it was given, and nothing else: no clock, no chance, no store.
// What follows from the events is made anew by every fold. The guide has to outlive the book.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "guide/guide.h"
#include "journal/event.h"
#include "journal/fold.h"

namespace amends::journal {

class Book {
 public:
  /// {"device"} in: an empty book.
  static base::Result<Book> open(const guide::Guide& guide, std::string_view json);

  /// {"events"} in, {"added","problems"} out. One that is none is named, and the rest is added.
  base::Result<std::string> add(std::string_view json);

  /// {"now_ms","offset_min","body"} in, {"event","kept","held"} out. Adds nothing.
  base::Result<std::string> event(std::string_view json);

  /// {"now_ms","offset_min"} in, the view out.
  base::Result<std::string> fold(std::string_view json);

 private:
  Book(const guide::Guide& guide, DeviceId device) : guide_(&guide), device_(device) {}

  /// What the events come to; made once after every add.
  const State& state();

  /// Why an answer does not count yet, where it does not.
  std::optional<Hold> held(const Event& event);

  const guide::Guide* guide_;
  DeviceId device_;
  std::vector<Event> events_;  // In the order of their stamps.
  std::optional<State> state_;
};

}  // namespace amends::journal
