// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lsp/session.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "engine/copy/lsp/answers.h"
#include "engine/copy/lsp/file_uri.h"
#include "engine/copy/lsp/frames.h"
#include "engine/copy/lsp/open_text.h"

namespace attune::lsp {

namespace {

using Json = nlohmann::json;

// JSON-RPC 2.0 and LSP name these faults.
constexpr int kParseError = -32700;
constexpr int kInvalidRequest = -32600;
constexpr int kMethodNotFound = -32601;
constexpr int kInvalidParams = -32602;
constexpr int kNotInitialized = -32002;

constexpr int kError = 1;  // Types of window/showMessage.
constexpr int kWarning = 2;

/// A result, or a fault with its sentence.
struct Reply {
  Json result;
  int fault = 0;
  std::string_view sentence;
};

/// One JSON value; discarded where it is none, no UTF-8, or over 64 objects and lists deep.
Json parsed(const std::string& bytes) {
  constexpr int kMostDepth = 64;
  bool deep = false;
  const auto keep = [&](int depth, Json::parse_event_t /*event*/, Json& /*value*/) {
    deep = deep || depth > kMostDepth;
    return !deep;
  };
  Json value = Json::parse(bytes, keep, false);
  return deep ? Json(Json::value_t::discarded) : value;
}

bool lists(const Json& list, std::string_view word) {
  return list.is_array() && std::find(list.begin(), list.end(), word) != list.end();
}

/// What stands at a path of keys; null where nothing does.
Json at_path(const Json& value, const char* path) {
  const Json::json_pointer pointer(path);
  return value.contains(pointer) ? value.at(pointer) : Json();
}

class Session {
 public:
  explicit Session(const Service& service) : service_(service) { terms_.pages = service.pages; }

  void take(const Frame& frame);
  /// Has the editor said `exit`?
  [[nodiscard]] bool over() const { return over_; }
  /// Did it say `shutdown` before it left?
  [[nodiscard]] bool in_order() const { return shut_; }

 private:
  void message(const Json& message);
  void notification(const std::string& method, const Json& params);
  [[nodiscard]] Reply reply(const std::string& method, const Json& params);
  [[nodiscard]] Reply initialize(const Json& params);
  [[nodiscard]] Reply about_text(const std::string& method, const Json& params);

  [[nodiscard]] OpenText* named(const Json& params);
  void check(OpenText& open);
  void check_all();
  void tell(OpenText& open, int type, std::vector<std::string> sentences);
  void close(const Json& params);
  void watch_settings();

  void send(Json message);
  void notify(std::string_view method, Json params);
  void answer(const Json& id, const Reply& reply);

  const Service& service_;
  Terms terms_;
  std::string folder_;    ///< Of the work, with a slash at its end; or empty.
  bool watches_ = false;  ///< The editor can be asked to watch files.
  bool running_ = false;
  bool shut_ = false;
  bool over_ = false;
  std::map<std::string, OpenText> texts_;  ///< By URI.
};

void Session::take(const Frame& frame) {
  if (!frame.fault.empty()) return answer(nullptr, {nullptr, kParseError, frame.fault});
  const Json value = parsed(frame.body);
  if (value.is_discarded()) {
    answer(nullptr, {nullptr, kParseError, "the message is no JSON in UTF-8, or nested too deep"});
  } else if (!value.is_object()) {
    answer(nullptr, {nullptr, kInvalidRequest, "a message is one JSON object"});
  } else {
    message(value);
  }
}

void Session::message(const Json& message) {
  static const Json kNothing;
  const auto part = [&](const char* key) -> const Json& {
    const auto found = message.find(key);
    return found == message.end() ? kNothing : *found;
  };
  const Json& id = part("id");
  const bool good_id = id.is_string() || id.is_number_integer();
  const Json& method = part("method");
  if (!method.is_string()) {
    const bool is_answer = message.contains("result") || message.contains("error");
    if (is_answer) return;  // Of the editor, to what it was asked.
    answer(good_id ? id : kNothing, {nullptr, kInvalidRequest, "the message names no method"});
  } else if (!message.contains("id")) {
    try {
      notification(method.get<std::string>(), part("params"));
    } catch (const Json::exception&) {
      return;  // Of a shape that LSP does not know; nobody waits for an answer.
    }
  } else if (!good_id) {
    answer(nullptr, {nullptr, kInvalidRequest, "an id is a string or a whole number"});
  } else {
    try {
      answer(id, reply(method.get<std::string>(), part("params")));
    } catch (const Json::exception&) {
      answer(id, {nullptr, kInvalidParams, "the parameters lack what the method needs"});
    }
  }
}

Reply Session::reply(const std::string& method, const Json& params) {
  if (!running_ && method != "initialize")
    return {nullptr, kNotInitialized, "the first request is initialize"};
  if (shut_) return {nullptr, kInvalidRequest, "nothing is answered after shutdown"};
  if (method == "initialize") return initialize(params);
  if (method == "shutdown") {
    shut_ = true;
    return {};
  }
  if (method == "textDocument/hover" || method == "textDocument/codeAction")
    return about_text(method, params);
  return {nullptr, kMethodNotFound, "attune does not know this method"};
}

Reply Session::initialize(const Json& params) {
  if (running_) return {nullptr, kInvalidRequest, "initialize was asked before"};
  const bool utf8 = lists(at_path(params, "/capabilities/general/positionEncodings"), "utf-8");
  terms_.units = utf8 ? Units::utf8 : Units::utf16;
  watches_ =
      at_path(params, "/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration") == true;
  if (const Json root = at_path(params, "/rootUri"); root.is_string())
    if (const auto path = path_of_uri(root.get<std::string>())) folder_ = *path + "/";
  running_ = true;
  constexpr int kIncremental = 2;
  const Json can = {
      {"positionEncoding", utf8 ? "utf-8" : "utf-16"},
      {"textDocumentSync", {{"openClose", true}, {"change", kIncremental}, {"save", true}}},
      {"hoverProvider", true},
      {"codeActionProvider", {{"codeActionKinds", Json::array({"quickfix"})}}},
  };
  return {{{"capabilities", can}, {"serverInfo", {{"name", "attune"}}}}, 0, {}};
}

Reply Session::about_text(const std::string& method, const Json& params) {
  const OpenText* const open = named(params);
  if (method == "textDocument/hover") {
    const Position place = position_of(params.at("position"));
    return {open == nullptr ? Json() : hover(*open, place, terms_), 0, {}};
  }
  const Position from = position_of(params.at("range").at("start"));
  const Position to = position_of(params.at("range").at("end"));
  const Json only = at_path(params, "/context/only");
  const bool wanted = only.is_null() || lists(only, "quickfix") || lists(only, "");
  if (open == nullptr || !wanted) return {Json::array(), 0, {}};
  return {code_actions(*open, from, to, terms_), 0, {}};
}

void Session::notification(const std::string& method, const Json& params) {
  if (method == "exit") {
    over_ = true;
  } else if (!running_ || shut_) {
    return;  // Nothing may be done for an editor that has not said hello, or has said goodbye.
  } else if (method == "initialized") {
    watch_settings();
  } else if (method == "textDocument/didOpen") {
    OpenText text = opened(params.at("textDocument"), folder_);
    std::string uri = text.uri;
    check(texts_.insert_or_assign(std::move(uri), std::move(text)).first->second);
  } else if (method == "textDocument/didChange") {
    OpenText* const open = named(params);
    if (open == nullptr) return;
    change(*open, params, terms_.units);
    check(*open);
  } else if (method == "textDocument/didClose") {
    close(params);
  } else if (method == "textDocument/didSave" || method == "workspace/didChangeWatchedFiles") {
    check_all();  // What was saved may be the configuration or the facts of any text.
  }
}

OpenText* Session::named(const Json& params) {
  const auto found = texts_.find(params.at("textDocument").at("uri").get<std::string>());
  return found == texts_.end() ? nullptr : &found->second;
}

void Session::check(OpenText& open) {
  auto outcome = service_.check(open.text, open.path);
  if (outcome) {
    open.findings = std::move(outcome->findings);
    tell(open, kWarning, std::move(outcome->warnings));
  } else {
    open.findings.clear();
    tell(open, kError, {std::move(outcome.error().message)});
  }
  Json params = {{"uri", open.uri}, {"diagnostics", diagnostics(open, terms_)}};
  if (open.version) params["version"] = *open.version;
  notify("textDocument/publishDiagnostics", std::move(params));
}

void Session::check_all() {
  for (auto& [uri, open] : texts_) check(open);
}

/// Texts of one folder share its settings: what is wrong with these is said once, and again only
/// after it was right.
void Session::tell(OpenText& open, int type, std::vector<std::string> sentences) {
  for (const std::string& sentence : sentences) {
    const bool known = std::any_of(texts_.begin(), texts_.end(), [&](const auto& one) {
      const auto& told = one.second.told;
      return std::find(told.begin(), told.end(), sentence) != told.end();
    });
    if (!known) notify("window/showMessage", {{"type", type}, {"message", "attune: " + sentence}});
  }
  open.told = std::move(sentences);
}

void Session::close(const Json& params) {
  const OpenText* const open = named(params);
  if (open == nullptr) return;
  const std::string uri = open->uri;
  texts_.erase(uri);
  notify("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}});
}

void Session::watch_settings() {
  if (!watches_) return;
  Json watchers = Json::array();
  for (const char* const glob : {"**/.attune.yaml", "**/*.yaml", "**/*.yml"})
    watchers.push_back({{"globPattern", glob}});
  const Json registration = {{"id", "settings"},
                             {"method", "workspace/didChangeWatchedFiles"},
                             {"registerOptions", {{"watchers", std::move(watchers)}}}};
  send({{"id", "attune-1"},
        {"method", "client/registerCapability"},
        {"params", {{"registrations", Json::array({registration})}}}});
}

void Session::send(Json message) {
  message["jsonrpc"] = "2.0";
  const std::string body = message.dump(-1, ' ', false, Json::error_handler_t::replace);
  service_.out("Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

void Session::notify(std::string_view method, Json params) {
  send({{"method", method}, {"params", std::move(params)}});
}

void Session::answer(const Json& id, const Reply& reply) {
  if (reply.fault == 0) return send({{"id", id}, {"result", reply.result}});
  send({{"id", id}, {"error", {{"code", reply.fault}, {"message", reply.sentence}}}});
}

}  // namespace

bool serve(std::istream& in, const Service& service) {
  Session session(service);
  FrameReader reader(in);
  while (!session.over()) {
    const auto frame = reader.next();
    if (!frame) break;
    session.take(*frame);
  }
  return session.in_order();
}

}  // namespace attune::lsp
