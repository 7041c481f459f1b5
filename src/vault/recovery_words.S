// The word list of recovery codes, carried inside the program: lang/recovery-words.txt.

    .section .rodata
    .global amends_recovery_words
    .global amends_recovery_words_end
amends_recovery_words:
    .incbin RECOVERY_WORDS
amends_recovery_words_end:

    .section .note.GNU-stack, "", %progbits
