"""What can be in somebody's way to a mentor, as it is asked."""

from corridor.programmes.models import BarrierAnswer

BARRIERS = tuple(BarrierAnswer.Barrier.choices)
MOMENTS = tuple(BarrierAnswer.Moment.choices)
