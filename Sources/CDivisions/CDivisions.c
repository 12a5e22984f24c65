#include "CDivisions.h"

/* 64: the sections are read in place as 32-bit numbers. */
_Alignas(64) const unsigned char cdivisions_bytes[] = {
#embed "gazetteer.bin"
};

const unsigned long cdivisions_count = sizeof cdivisions_bytes;
