// SPDX-License-Identifier: Apache-2.0
#pragma once

// Signs that the writer lives through a hard time: literal, in the first person or about somebody
// they care for. Precision first: figures of speech, products and third persons must not count.

#include "attune/care.h"
#include "phrases/patterns/patterns.h"

namespace attune {

/// Signs in order of the text, not overlapping for one kind.
[[nodiscard]] CareSigns find_care(const Parse& parse);

}  // namespace attune
