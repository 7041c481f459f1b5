#include "cli/page.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace amends::cli {
namespace {

constexpr int kWidest = 80;  // Longer lines are hard to read.
constexpr int kNarrowest = 30;

int columns_of(std::string_view text) {
  const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<int>(std::ranges::count_if(text, starts));
}

void append_wrapped(std::string& out, std::string_view line, int width, int indent) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  int column = 0;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    if (column > 0 && column + 1 + columns_of(word) > width - indent) {
      out.push_back('\n');
      column = 0;
    }
    out.append(column == 0 ? margin : " ");
    column += columns_of(word) + (column == 0 ? 0 : 1);
    out.append(word);
  }
  out.push_back('\n');
}

}  // namespace

Page::Page() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 0) return;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    width_ = std::clamp<int>(size.ws_col, kNarrowest, kWidest);
  }
  const char* no_color = std::getenv("NO_COLOR");
  styled_ = no_color == nullptr || *no_color == '\0';
}

Page& Page::heading(std::string_view text) {
  if (styled_) text_ += "\033[1m";
  append_wrapped(text_, text, width_, 0);
  if (styled_) {
    text_.pop_back();
    text_ += "\033[0m\n";
  }
  return *this;
}

Page& Page::line(std::string_view text, int indent) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    append_wrapped(text_, text.substr(0, end), width_, indent);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return *this;
}

Page& Page::raw(std::string_view text) {
  text_.append(text);
  text_.push_back('\n');
  return *this;
}

Page& Page::space() {
  text_.push_back('\n');
  return *this;
}

void Page::print() {
  std::fwrite(text_.data(), 1, text_.size(), stdout);
  std::fflush(stdout);
  text_.clear();
}

}  // namespace amends::cli
