import Reading
