/** The views of keeping. `renew` is a new passphrase by the words, where the old one is forgotten. */
export type KeepPlace = 'overview' | 'make' | 'words' | 'change' | 'renew' | 'restore' | 'erase';
