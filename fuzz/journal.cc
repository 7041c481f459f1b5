// Events from strangers: one a line. What decodes is written back to the same event, folds without
// harm, and folds to the same State from both ends.

#include <algorithm>
#include <vector>

#include "base/assert.h"
#include "fuzz/exact.h"
#include "journal/event_json.h"
#include "journal/fold.h"
#include "tests/support/oracle.h"

namespace {

std::string folded(const std::vector<amends::journal::Event>& events) {
  amends::base::json::Writer out;
  write_state(out, amends::tests::the_guide(), fold(amends::tests::the_guide(), events));
  return out.take();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace amends;
  const fuzz::Exact exact(bytes, size);
  std::vector<journal::Event> events;
  std::string_view rest = exact.text();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    auto event = journal::decode(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!event) continue;
    const std::string text = journal::encode(*event);
    const auto again = journal::decode(text);
    AMENDS_ASSERT(again && again->body.index() == event->body.index());
    AMENDS_ASSERT(journal::encode(*again) == text);
    events.push_back(std::move(*event));
  }
  const std::string state = folded(events);
  AMENDS_ASSERT(base::json::parse(state).has_value());
  std::ranges::reverse(events);
  AMENDS_ASSERT(folded(events) == state);
  return 0;
}
