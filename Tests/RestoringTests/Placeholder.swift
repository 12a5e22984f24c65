import Restoring
