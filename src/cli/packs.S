// The packs, carried inside the program, so that it is one file that needs no other.

    .section .rodata
    .global amends_guide_pack
    .global amends_guide_pack_end
    .global amends_cli_pack
    .global amends_cli_pack_end
    .global amends_reader_pack
    .global amends_reader_pack_end
amends_guide_pack:
    .incbin GUIDE_PACK
amends_guide_pack_end:
amends_cli_pack:
    .incbin CLI_PACK
amends_cli_pack_end:
amends_reader_pack:
    .incbin READER_PACK
amends_reader_pack_end:

    .section .note.GNU-stack, "", %progbits
