import Storing
