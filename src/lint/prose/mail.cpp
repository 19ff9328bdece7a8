// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/mail.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace attune {

namespace {

constexpr int kMostDepth = 8;  ///< Of parts within parts.
constexpr std::size_t kNowhere = std::string_view::npos;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// What the headers of a part say.
struct Head {
  std::size_t body = 0;  ///< Where the part begins behind them.
  std::size_t headers = 0;
  std::string type = "text/plain";  ///< Lower case, with its parameters.
  std::string boundary;
  std::string encoding;
  PlacedText subject;
};

/// The value of the parameter `name` of a header ("boundary=x" or "boundary=\"x\"").
std::string parameter(std::string_view header, std::string_view name) {
  std::size_t at = lower(header).find(std::string(name) + "=");
  if (at == kNowhere) return {};
  at += name.size() + 1;
  const bool quoted = at < header.size() && header[at] == '"';
  if (quoted) ++at;
  const std::size_t end = header.find_first_of(quoted ? "\"" : "; \t\r\n", at);
  return std::string(header.substr(at, end == kNowhere ? end : end - at));
}

/// Six bits of base64, or -1.
int sextet(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

class MailReader {
 public:
  MailReader(std::string_view source, const MailSink& sink) : source_(source), sink_(sink) {}

  /// Reads the part [begin, end).
  void part(std::size_t begin, std::size_t end, int depth) {
    const Head head = head_of(begin, end);
    if (!head.subject.text.empty()) sink_(head.subject, Markup::plain);
    if (!head.boundary.empty() && head.type.starts_with("multipart/")) {
      if (depth < kMostDepth) parts(head, end, depth);
      return;
    }
    if (depth < kMostDepth && head.type.starts_with("message/rfc822"))
      return part(head.body, end, depth + 1);
    const bool html = head.type.starts_with("text/html");
    if (!html && !head.type.starts_with("text/plain")) return;
    PlacedText text;
    if (head.encoding == "quoted-printable") {
      text = unquoted(head.body, end);
    } else if (head.encoding == "base64") {
      text = unpacked(head.body, end);
    } else {
      text.add(source_.substr(head.body, end - head.body), static_cast<std::uint32_t>(head.body));
    }
    sink_(text, html ? Markup::html : Markup::plain);
  }

 private:
  [[nodiscard]] std::size_t line_end(std::size_t at, std::size_t end) const {
    return std::min(source_.substr(0, end).find('\n', at), end);
  }
  /// Bytes of the name before the colon; 0 if the line is no header.
  [[nodiscard]] std::size_t name_of(std::size_t at, std::size_t end) const {
    std::size_t to = at;
    while (to < end && source_[to] > ' ' && source_[to] < 0x7F && source_[to] != ':') ++to;
    return to < end && source_[to] == ':' ? to - at : 0;
  }
  Head head_of(std::size_t begin, std::size_t end) const {
    Head head;
    head.body = begin;
    std::size_t at = begin;
    while (at < end) {
      std::size_t stop = line_end(at, end);
      if (source_.substr(at, stop - at).find_first_not_of(" \t\r") == kNowhere) {
        head.body = std::min(stop + 1, end);
        return head;
      }
      while (stop + 1 < end && (source_[stop + 1] == ' ' || source_[stop + 1] == '\t'))
        stop = line_end(stop + 1, end);  // A header goes on in the next line.
      const std::size_t name = name_of(at, stop);
      if (name == 0) break;
      header(lower(source_.substr(at, name)), at + name + 1, stop, head);
      at = std::min(stop + 1, end);
    }
    // Headers and no body, or no headers: the words of a subject alone are read twice by nobody.
    if (head.headers > 0 && at >= end) head.body = end;
    if (head.body == begin) head.subject = {};
    return head;
  }
  void header(const std::string& name, std::size_t begin, std::size_t end, Head& head) const {
    ++head.headers;
    while (begin < end && std::isspace(static_cast<unsigned char>(source_[begin])) != 0) ++begin;
    while (end > begin && std::isspace(static_cast<unsigned char>(source_[end - 1])) != 0) --end;
    const std::string_view value = source_.substr(begin, end - begin);
    if (name == "subject" && value.find("=?") == kNowhere)
      head.subject.add(value, static_cast<std::uint32_t>(begin));
    if (name == "content-transfer-encoding") head.encoding = lower(value);
    if (name != "content-type") return;
    head.type = lower(value);
    head.boundary = parameter(value, "boundary");
  }
  /// The parts between lines of "--boundary".
  void parts(const Head& head, std::size_t end, int depth) {
    const std::string mark = "--" + head.boundary;
    std::size_t begin = kNowhere;
    for (std::size_t at = head.body; at < end; at = line_end(at, end) + 1) {
      if (source_.substr(at, mark.size()) != mark) continue;
      if (begin != kNowhere) part(begin, at, depth + 1);
      begin = std::min(line_end(at, end) + 1, end);
      if (source_.substr(at + mark.size(), 2) == "--") return;
    }
    if (begin != kNowhere) part(begin, end, depth + 1);
  }
  /// Quoted-printable: "=E2" is a byte, "=" at the end of a line joins it to the next.
  [[nodiscard]] PlacedText unquoted(std::size_t at, std::size_t end) const {
    PlacedText text;
    while (at < end) {
      const std::size_t stop = std::min(source_.find('=', at), end);
      text.add(source_.substr(at, stop - at), static_cast<std::uint32_t>(at));
      at = stop;
      if (at == end) break;
      const int high = at + 2 < end ? hex(source_[at + 1]) : -1;
      const int low = at + 2 < end ? hex(source_[at + 2]) : -1;
      const std::size_t line = line_end(at, end);
      if (high >= 0 && low >= 0) {
        const char byte = static_cast<char>(high * 16 + low);
        text.stand_in({&byte, 1}, span(at, at + 3));
        at += 3;
      } else if (source_.substr(at + 1, line - at - 1).find_first_not_of(" \t\r") == kNowhere) {
        at = std::min(line + 1, end);
      } else {
        text.add("=", static_cast<std::uint32_t>(at++));
      }
    }
    return text;
  }
  /// Base64: each byte stands for the letters that its bits are in.
  [[nodiscard]] PlacedText unpacked(std::size_t at, std::size_t end) const {
    PlacedText text;
    unsigned bits = 0;
    int have = 0;
    std::size_t begin = at;
    for (; at < end && source_[at] != '='; ++at) {
      const int six = sextet(source_[at]);
      if (six < 0) continue;
      if (have == 0) begin = at;
      bits = (bits << 6U | static_cast<unsigned>(six)) & 0xFFFU;
      have += 6;
      if (have < 8) continue;
      have -= 8;
      const char byte = static_cast<char>(bits >> static_cast<unsigned>(have) & 0xFFU);
      text.stand_in({&byte, 1}, span(begin, at + 1));
      begin = at;
    }
    return text;
  }

  std::string_view source_;
  const MailSink& sink_;
};

}  // namespace

void read_mail(std::string_view source, std::size_t from, const MailSink& sink) {
  MailReader(source, sink).part(from, source.size(), 0);
}

}  // namespace attune
