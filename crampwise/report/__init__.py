"""What can be learnt from use, as plots and groups of questions, and of nobody in particular."""
