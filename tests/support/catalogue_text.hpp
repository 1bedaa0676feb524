#pragma once

#include <string>

namespace rembuk::tests {

/// The texts of a part (common, employee, office) in a language (id, en) as one JSON object, as
/// web/page/codes.mjs gives them to a page: the part's file and its kinds of codes.
[[nodiscard]] std::string catalogue_text(const std::string& part, const std::string& language);

}  // namespace rembuk::tests
