#include "app/browser/shell.hpp"

// The page itself starts the program (web/page/boot.js → rembuk_start): texts and fonts have to be
// there first. The call keeps the shell, with all that it exports, in the link.
int main() { rembuk::browser::wake(); }
