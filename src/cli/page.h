// Text for people: wrapped to the terminal, headings in bold where there is a terminal.

#pragma once

#include <string>
#include <string_view>

namespace amends::cli {

class Page {
 public:
  /// Asks standard output what it is: its width, and whether it shows colour (NO_COLOR honoured).
  Page();

  Page& heading(std::string_view text);
  Page& line(std::string_view text, int indent = 0);
  /// A line as it is, however long: what is pointed into must not be wrapped.
  Page& raw(std::string_view text);
  Page& space();
  /// Writes what has been gathered to standard output, and empties the page.
  void print();

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  int width_ = 80;  // Columns.
  bool styled_ = false;
};

}  // namespace amends::cli
