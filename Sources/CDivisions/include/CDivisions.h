#pragma once

extern const unsigned char cdivisions_bytes[];
extern const unsigned long cdivisions_count;

/* A pointer, since Swift would import the array as a tuple. */
static inline const void *cdivisions_data(void) { return cdivisions_bytes; }
