#include "web/server/http/listening.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace rembuk::server {

std::string port_problem(const Listening& listening) {
  const int probe = socket(AF_INET, SOCK_STREAM, 0);
  const int yes = 1;
  setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(listening.port);
  if (inet_pton(AF_INET, listening.address.c_str(), &address.sin_addr) != 1) {
    close(probe);
    return "«" + listening.address + "» is no IPv4 address";
  }
  const int bound = bind(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  const int why = errno;
  close(probe);
  if (bound == 0) return {};
  const std::string place = listening.address + ":" + std::to_string(listening.port);
  return why == EADDRINUSE ? "the port is in use: " + place + ". Choose another one with --port"
                           : place + ": " + std::strerror(why);
}

void wait_until_listening(const Listening& listening) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(listening.port);
  inet_pton(AF_INET, listening.address.c_str(), &address.sin_addr);
  for (int attempt = 0; attempt < 500; ++attempt) {
    const int probe = socket(AF_INET, SOCK_STREAM, 0);
    const int connected =
        connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    close(probe);
    if (connected == 0) return;
    usleep(10'000);
  }
}

}  // namespace rembuk::server
