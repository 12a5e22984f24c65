import Segmenting
