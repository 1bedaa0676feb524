#pragma once
#include "app/core/office/model.hpp"

/// Parts of the page's update that stand in files of their own: import.cpp, boards.cpp.
namespace rembuk::office {

void act(Step& step, const ImportAct& what);
void hear_import(Step& step, const Answered& answer);
/// An engine for dry runs stands while their screen is open, and until a dry run has ended.
void keep_check_ready(Step& step);

void act(Step& step, const BoardAct& what);
/// Asks for the board of the open screen, once.
void open_board(Step& step);
void hear_board(Step& step, const Answered& answer);

}  // namespace rembuk::office
