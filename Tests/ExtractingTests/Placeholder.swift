import Extracting
