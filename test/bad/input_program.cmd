records input_program.bin
