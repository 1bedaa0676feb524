#pragma once
#include <cstdint>
#include <string>

namespace rembuk::server {

struct Listening {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string scratch;  ///< a folder for what the library keeps while it receives
};

/// Empty, or a sentence: Drogon ends the process when the port is taken, asking first gives a clear
/// message.
[[nodiscard]] std::string port_problem(const Listening& listening);

/// The listening thread starts on its own: «ready» is said only after a connection succeeded.
void wait_until_listening(const Listening& listening);

}  // namespace rembuk::server
