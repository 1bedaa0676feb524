#pragma once
#include "app/core/office/model.hpp"

/// Parts of the page's update that stand in files of their own: import.cpp, boards.cpp.
namespace rembuk::office {

void act(Step& step, const ImportAct& what);
void hear_import(Step& step, const Answered& answer);

void act(Step& step, const BoardAct& what);
/// Asks for the board of the open screen, once.
void open_board(Step& step);
void hear_board(Step& step, const Answered& answer);

}  // namespace rembuk::office
