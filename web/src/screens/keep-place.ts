// The views of keeping.

export type KeepPlace = 'overview' | 'make' | 'words' | 'change' | 'restore' | 'erase';
