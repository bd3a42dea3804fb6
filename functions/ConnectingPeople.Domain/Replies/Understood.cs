using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Replies;

/// <summary>A question, and what a reply says to it.</summary>
public readonly record struct Understood(Question Question, Understanding Understanding);
