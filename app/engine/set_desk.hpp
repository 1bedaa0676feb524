#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/files/xlsx/incoming.hpp"
#include "engine/wire/office.hpp"

namespace rembuk {

/// The dry run of a data set, beside the page: files in, one after the other, the judgement out.
class SetDesk {
 public:
  using Post = std::function<void(wire::Bytes)>;

  /// Kept, of a workbook its first sheet as text; a file with more bytes than a set may have is
  /// dropped. Names are told apart by their capitals as little as the page does.
  void keep(std::span<const std::uint8_t> frame);
  /// Posts progress, the texts that were made of workbooks, and the result; then forgets the files.
  void check(std::span<const std::uint8_t> frame, const Post& post);

 private:
  files::IncomingSet set_;
};

}  // namespace rembuk
